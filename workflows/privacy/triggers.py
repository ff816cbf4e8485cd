"""The database's own refusal to change a record, for whoever comes past the models. Used by migrations."""

SQLITE = (
    "CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'rows of {table} are never changed' USING ERRCODE = 'integrity_constraint_violation'; "
    "END $$; "
    "CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
)
TAKEN = {
    "sqlite": "DROP TRIGGER IF EXISTS {name}",
    "postgresql": "DROP TRIGGER IF EXISTS {name} ON {table}; DROP FUNCTION IF EXISTS {name}()",
}


def keep_as_written(table: str):
    """Return a migration's function that lets nobody change rows of a table. Deleting stays an erasure's right."""

    def run(apps, schema_editor):
        sql = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
        _run(schema_editor, TAKEN[schema_editor.connection.vendor], table)
        _run(schema_editor, sql, table)

    return run


def let_change(table: str):
    """Return the function that takes the refusal away again."""

    def run(apps, schema_editor):
        _run(schema_editor, TAKEN[schema_editor.connection.vendor], table)

    return run


def _run(schema_editor, sql: str, table: str) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(sql.format(name=f"{table}_stays", table=table))
