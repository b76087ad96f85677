using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "undated",
                table: "conferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddCheckConstraint(
                name: "ck_conferences_undated",
                table: "conferences",
                sql: "NOT undated OR state = 'Draft'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_conferences_undated",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "undated",
                table: "conferences");
        }
    }
}
