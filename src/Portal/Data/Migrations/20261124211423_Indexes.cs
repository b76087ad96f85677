using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Indexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_points_entries_group_id_earned_at",
                table: "points_entries");

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_contributions",
                table: "points_entries",
                columns: new[] { "group_id", "earned_at" },
                filter: "group_id IS NOT NULL AND reason IN ('ConferenceGiven', 'ResourceAccepted', 'UsefulRating', 'UsefulAnswer', 'Reversal')")
                .Annotation("Npgsql:IndexInclude", new[] { "member_id", "amount", "reason", "root_id" });

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_member_id_earned_at_id",
                table: "points_entries",
                columns: new[] { "member_id", "earned_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_plain_profile_id",
                table: "members",
                columns: new[] { "plain_profile", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_conferences_ahead",
                table: "conferences",
                columns: new[] { "starts_at", "id" },
                filter: "state IN ('Planned', 'DoorsOpen', 'Live')");

            // The list of a group's topics in its own order; EF Core's model has no index on an expression.
            migrationBuilder.Sql("CREATE INDEX ix_topics_in_order ON topics (group_id, (pinned_at IS NOT NULL) DESC, last_post_at DESC, id DESC)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_topics_in_order");

            migrationBuilder.DropIndex(
                name: "ix_points_entries_contributions",
                table: "points_entries");

            migrationBuilder.DropIndex(
                name: "ix_points_entries_member_id_earned_at_id",
                table: "points_entries");

            migrationBuilder.DropIndex(
                name: "ix_members_plain_profile_id",
                table: "members");

            migrationBuilder.DropIndex(
                name: "ix_conferences_ahead",
                table: "conferences");

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_group_id_earned_at",
                table: "points_entries",
                columns: new[] { "group_id", "earned_at" },
                filter: "group_id IS NOT NULL");
        }
    }
}
