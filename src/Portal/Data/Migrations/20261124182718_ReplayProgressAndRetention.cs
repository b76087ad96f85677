using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReplayProgressAndRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expired_at",
                table: "recordings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "percent",
                table: "recordings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "prepared_at",
                table: "recordings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "purged_at",
                table: "recordings",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "expired_at",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "percent",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "prepared_at",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "purged_at",
                table: "recordings");
        }
    }
}
