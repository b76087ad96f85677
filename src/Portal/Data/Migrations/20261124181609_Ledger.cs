using Microsoft.EntityFrameworkCore.Migrations;
using Training.Portal.Features.Points;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_points_entries_members_member_id",
                table: "points_entries");

            migrationBuilder.AddColumn<int>(
                name: "earned",
                table: "points_entries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "group_id",
                table: "points_entries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "reverses_id",
                table: "points_entries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "root_id",
                table: "points_entries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "written_by_id",
                table: "points_entries",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "points_accounts",
                columns: table => new
                {
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    balance = table.Column<int>(type: "integer", nullable: false),
                    earned = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_points_accounts", x => x.member_id);
                    table.CheckConstraint("ck_points_accounts_balance", "balance >= 0 AND earned >= 0");
                    table.ForeignKey(
                        name: "fk_points_accounts_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("UPDATE points_entries SET earned = amount;");

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_group_id_earned_at",
                table: "points_entries",
                columns: new[] { "group_id", "earned_at" },
                filter: "group_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_reverses_id",
                table: "points_entries",
                column: "reverses_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_root_id",
                table: "points_entries",
                column: "root_id",
                filter: "root_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_written_by_id",
                table: "points_entries",
                column: "written_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_points_entries_direction",
                table: "points_entries",
                sql: "reason = 'Reversal' OR (reason = 'OpenedResource' AND amount < 0 AND earned = 0) OR (reason <> 'OpenedResource' AND amount > 0 AND earned = amount)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_points_entries_earned",
                table: "points_entries",
                sql: "earned IN (0, amount)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_points_entries_own_vote",
                table: "points_entries",
                sql: "reason NOT IN ('UsefulRating', 'UsefulAnswer', 'ResourceAccepted') OR (written_by_id IS NOT NULL AND written_by_id <> member_id)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_points_entries_reversal",
                table: "points_entries",
                sql: "(reason = 'Reversal') = (reverses_id IS NOT NULL) AND (reverses_id IS NULL) = (root_id IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_points_entries_something",
                table: "points_entries",
                sql: "amount <> 0");

            migrationBuilder.AddForeignKey(
                name: "fk_points_entries_groups_group_id",
                table: "points_entries",
                column: "group_id",
                principalTable: "groups",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_points_entries_members_member_id",
                table: "points_entries",
                column: "member_id",
                principalTable: "members",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_points_entries_members_written_by_id",
                table: "points_entries",
                column: "written_by_id",
                principalTable: "members",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_points_entries_points_entries_reverses_id",
                table: "points_entries",
                column: "reverses_id",
                principalTable: "points_entries",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_points_entries_points_entries_root_id",
                table: "points_entries",
                column: "root_id",
                principalTable: "points_entries",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(LedgerSql.Install);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(LedgerSql.Remove);

            migrationBuilder.DropForeignKey(
                name: "fk_points_entries_groups_group_id",
                table: "points_entries");

            migrationBuilder.DropForeignKey(
                name: "fk_points_entries_members_member_id",
                table: "points_entries");

            migrationBuilder.DropForeignKey(
                name: "fk_points_entries_members_written_by_id",
                table: "points_entries");

            migrationBuilder.DropForeignKey(
                name: "fk_points_entries_points_entries_reverses_id",
                table: "points_entries");

            migrationBuilder.DropForeignKey(
                name: "fk_points_entries_points_entries_root_id",
                table: "points_entries");

            migrationBuilder.DropTable(
                name: "points_accounts");

            migrationBuilder.DropIndex(
                name: "ix_points_entries_group_id_earned_at",
                table: "points_entries");

            migrationBuilder.DropIndex(
                name: "ix_points_entries_reverses_id",
                table: "points_entries");

            migrationBuilder.DropIndex(
                name: "ix_points_entries_root_id",
                table: "points_entries");

            migrationBuilder.DropIndex(
                name: "ix_points_entries_written_by_id",
                table: "points_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_points_entries_direction",
                table: "points_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_points_entries_earned",
                table: "points_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_points_entries_own_vote",
                table: "points_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_points_entries_reversal",
                table: "points_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_points_entries_something",
                table: "points_entries");

            migrationBuilder.DropColumn(
                name: "earned",
                table: "points_entries");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "points_entries");

            migrationBuilder.DropColumn(
                name: "reverses_id",
                table: "points_entries");

            migrationBuilder.DropColumn(
                name: "root_id",
                table: "points_entries");

            migrationBuilder.DropColumn(
                name: "written_by_id",
                table: "points_entries");

            migrationBuilder.AddForeignKey(
                name: "fk_points_entries_members_member_id",
                table: "points_entries",
                column: "member_id",
                principalTable: "members",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
