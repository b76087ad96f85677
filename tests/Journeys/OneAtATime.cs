// Each journey encodes and decodes pictures in real browsers: side by side on two cores they would measure one another.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
