using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Waitlist : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "approval",
                table: "conferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "registration_closes_at",
                table: "conferences",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "tickets",
                table: "conferences",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "waiting",
                table: "conferences",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "waitlist",
                table: "conferences",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "candidacies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conference_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    ticket = table.Column<int>(type: "integer", nullable: false),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposed_by_id = table.Column<int>(type: "integer", nullable: true),
                    decided_by_id = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidacies", x => x.id);
                    table.CheckConstraint("ck_candidacies_end", "(state IN ('Waiting', 'Offered', 'Requested', 'Proposed')) = (ended_at IS NULL)");
                    table.CheckConstraint("ck_candidacies_held", "state NOT IN ('Offered', 'Proposed') OR held_until IS NOT NULL");
                    table.CheckConstraint("ck_candidacies_who", "member_id IS NOT NULL OR address IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_candidacies_conferences_conference_id",
                        column: x => x.conference_id,
                        principalTable: "conferences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_candidacies_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_candidacies_members_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "conference_questions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conference_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    choices = table.Column<string[]>(type: "text[]", nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conference_questions", x => x.id);
                    table.CheckConstraint("ck_conference_questions_choices", "(kind = 'Choice') = (cardinality(choices) > 0)");
                    table.ForeignKey(
                        name: "fk_conference_questions_conferences_conference_id",
                        column: x => x.conference_id,
                        principalTable: "conferences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_opt_outs",
                columns: table => new
                {
                    conference_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_opt_outs", x => new { x.conference_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_message_opt_outs_conferences_conference_id",
                        column: x => x.conference_id,
                        principalTable: "conferences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_message_opt_outs_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration_answers",
                columns: table => new
                {
                    question_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_answers", x => new { x.question_id, x.member_id });
                    table.CheckConstraint("ck_registration_answers_text", "text <> ''");
                    table.ForeignKey(
                        name: "fk_registration_answers_conference_questions_question_id",
                        column: x => x.question_id,
                        principalTable: "conference_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_registration_answers_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_conferences_waiting",
                table: "conferences",
                sql: "waiting >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_candidacies_conference_id_address",
                table: "candidacies",
                columns: new[] { "conference_id", "address" },
                unique: true,
                filter: "address IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_candidacies_conference_id_held_until",
                table: "candidacies",
                columns: new[] { "conference_id", "held_until" },
                filter: "ended_at IS NULL AND held_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_candidacies_conference_id_member_id",
                table: "candidacies",
                columns: new[] { "conference_id", "member_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_candidacies_conference_id_ticket",
                table: "candidacies",
                columns: new[] { "conference_id", "ticket" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_candidacies_member_id",
                table: "candidacies",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_candidacies_proposed_by_id",
                table: "candidacies",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_conference_questions_conference_id_position",
                table: "conference_questions",
                columns: new[] { "conference_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_message_opt_outs_member_id",
                table: "message_opt_outs",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_registration_answers_member_id",
                table: "registration_answers",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "candidacies");

            migrationBuilder.DropTable(
                name: "message_opt_outs");

            migrationBuilder.DropTable(
                name: "registration_answers");

            migrationBuilder.DropTable(
                name: "conference_questions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_conferences_waiting",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "approval",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "registration_closes_at",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "tickets",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "waiting",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "waitlist",
                table: "conferences");
        }
    }
}
