Console.WriteLine("sink");
