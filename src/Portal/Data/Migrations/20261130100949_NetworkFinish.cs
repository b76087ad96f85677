using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class NetworkFinish : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<byte[]>(
                name: "rejected",
                table: "register_imports",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

            migrationBuilder.AlterColumn<string>(
                name: "figures",
                table: "register_imports",
                type: "jsonb",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "jsonb");

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "register_imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "failure",
                table: "register_imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "failure_line",
                table: "register_imports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "leased_until",
                table: "register_imports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "percent",
                table: "register_imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "register_imports",
                type: "text",
                nullable: false,
                defaultValue: "Ready");

            migrationBuilder.Sql("UPDATE register_imports SET state = 'Applied' WHERE applied_at IS NOT NULL");

            migrationBuilder.AddColumn<string[]>(
                name: "contact_addresses",
                table: "collectivites",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.Sql("UPDATE collectivites SET contact_addresses = ARRAY[contact_address] WHERE contact_address IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "contact_address",
                table: "collectivites");

            migrationBuilder.AddColumn<bool>(
                name: "under_way",
                table: "register_imports",
                type: "boolean",
                nullable: true,
                computedColumnSql: "CASE WHEN state IN ('Reading', 'Applying') THEN true END",
                stored: true);

            migrationBuilder.CreateTable(
                name: "review_opt_outs",
                columns: table => new
                {
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_opt_outs", x => new { x.group_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_review_opt_outs_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_opt_outs_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_under_way",
                table: "register_imports",
                column: "under_way",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_opt_outs_member_id",
                table: "review_opt_outs",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "review_opt_outs");

            migrationBuilder.DropIndex(
                name: "ix_register_imports_under_way",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "under_way",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "failure",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "failure_line",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "leased_until",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "percent",
                table: "register_imports");

            migrationBuilder.DropColumn(
                name: "state",
                table: "register_imports");

            migrationBuilder.AlterColumn<byte[]>(
                name: "rejected",
                table: "register_imports",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "figures",
                table: "register_imports",
                type: "jsonb",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "jsonb",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "contact_address",
                table: "collectivites",
                type: "text",
                nullable: true);

            migrationBuilder.Sql("UPDATE collectivites SET contact_address = contact_addresses[1]");

            migrationBuilder.DropColumn(
                name: "contact_addresses",
                table: "collectivites");
        }
    }
}
