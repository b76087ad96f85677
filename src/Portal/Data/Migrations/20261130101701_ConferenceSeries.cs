using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConferenceSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "series_date",
                table: "conferences",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "series_id",
                table: "conferences",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "series_time",
                table: "conferences",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "conference_series",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    rule = table.Column<string>(type: "text", nullable: true),
                    except = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conference_series", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conferences_series_id",
                table: "conferences",
                column: "series_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_conferences_series",
                table: "conferences",
                sql: "(series_id IS NULL) = (series_date IS NULL) AND (series_id IS NULL) = (series_time IS NULL)");

            migrationBuilder.AddForeignKey(
                name: "fk_conferences_conference_series_series_id",
                table: "conferences",
                column: "series_id",
                principalTable: "conference_series",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_conferences_conference_series_series_id",
                table: "conferences");

            migrationBuilder.DropTable(
                name: "conference_series");

            migrationBuilder.DropIndex(
                name: "ix_conferences_series_id",
                table: "conferences");

            migrationBuilder.DropCheckConstraint(
                name: "ck_conferences_series",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "series_date",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "series_id",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "series_time",
                table: "conferences");
        }
    }
}
