using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConferenceContents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "conferences",
                type: "text",
                nullable: false,
                defaultValue: "Everyone");

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "conferences",
                type: "text",
                nullable: false,
                defaultValue: "fr");

            migrationBuilder.AddColumn<string>(
                name: "parts",
                table: "conferences",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "prerequisites",
                table: "conferences",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "trades",
                table: "conferences",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.CreateTable(
                name: "conference_collectivites",
                columns: table => new
                {
                    conference_id = table.Column<int>(type: "integer", nullable: false),
                    collectivite_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conference_collectivites", x => new { x.conference_id, x.collectivite_id });
                    table.ForeignKey(
                        name: "fk_conference_collectivites_collectivites_collectivite_id",
                        column: x => x.collectivite_id,
                        principalTable: "collectivites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_conference_collectivites_conferences_conference_id",
                        column: x => x.conference_id,
                        principalTable: "conferences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conference_collectivites_collectivite_id",
                table: "conference_collectivites",
                column: "collectivite_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conference_collectivites");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "language",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "parts",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "prerequisites",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "trades",
                table: "conferences");
        }
    }
}
