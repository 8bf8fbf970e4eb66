package dev.sluice.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The tables, as the steps that led to them. A step that was released is never edited; a change is a new step. SQLite
 * keeps the number of steps done ({@code user_version}) and whose file it is ({@code application_id}) in the header.
 */
final class Migrations {

    /** "SLCE" in ASCII. */
    private static final int APPLICATION_ID = 0x534C4345;

    private static final List<String> REVISIONS = List.of(
            "PRAGMA application_id = " + APPLICATION_ID,
            "CREATE TABLE revision (number INTEGER PRIMARY KEY AUTOINCREMENT, written_at TEXT NOT NULL,"
                    + " summary TEXT NOT NULL, document TEXT NOT NULL) STRICT",
            "CREATE TABLE endpoint_secret (endpoint TEXT PRIMARY KEY, primary_key TEXT NOT NULL,"
                    + " secondary_key TEXT NOT NULL, signing_key TEXT NOT NULL) STRICT");

    private static final List<String> JOURNAL = List.of(
            "CREATE TABLE journal (number INTEGER PRIMARY KEY AUTOINCREMENT, written_at TEXT NOT NULL,"
                    + " face TEXT NOT NULL, user TEXT NOT NULL, reason TEXT NOT NULL, kind TEXT NOT NULL,"
                    + " endpoint TEXT NOT NULL, deployment TEXT NOT NULL, state_before TEXT NOT NULL,"
                    + " state_after TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL) STRICT",
            "CREATE INDEX journal_events ON journal (number) WHERE face = 'SYSTEM'",
            "CREATE INDEX journal_commands ON journal (number) WHERE face <> 'SYSTEM'",
            "CREATE TRIGGER journal_is_only_added_to BEFORE UPDATE ON journal"
                    + " BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END");

    private static final List<String> ASSETS = List.of(
            "CREATE TABLE asset (kind TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, definition TEXT NOT NULL,"
                    + " naming TEXT NOT NULL, hash TEXT NOT NULL, folder TEXT NOT NULL, bytes INTEGER NOT NULL,"
                    + " created_at TEXT NOT NULL, archived INTEGER NOT NULL, PRIMARY KEY (kind, name, version)) STRICT",
            "CREATE TABLE asset_pin (generation INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,"
                    + " version TEXT NOT NULL, PRIMARY KEY (generation, kind)) STRICT",
            "CREATE TABLE asset_substitution (position INTEGER PRIMARY KEY, pattern TEXT NOT NULL,"
                    + " reference TEXT NOT NULL) STRICT",
            "ALTER TABLE journal ADD COLUMN asset TEXT NOT NULL DEFAULT ''");

    /**
     * What was given up knows which share it was to have. Of earlier ones nobody knows; without traffic nothing moves that
     * was not asked for. Inside of a text the quotation marks have a backslash before them, so that none is touched.
     */
    private static final List<String> SHARE_ASKED_FOR =
            List.of("UPDATE revision SET document = replace(document, '\"state\":\"given_up\"',"
                    + " '\"state\":\"given_up\",\"thenAllTraffic\":false')");

    /** The tables are as they were; but who knows no code as an asset, and no update that is compared, shall not read them. */
    private static final List<String> CODE = List.of();

    /** The same: who knows no entry about routing and YAML at once could read no page of the journal that has one. */
    private static final List<String> WHOLE = List.of();

    private static final List<List<String>> STEPS = List.of(REVISIONS, JOURNAL, ASSETS, SHARE_ASKED_FOR, CODE, WHOLE);

    private Migrations() {}

    /** Refuses a file that another program or a newer Sluice wrote, before anything is written to it. */
    static void check(Handle handle) {
        int tables = number(handle, "SELECT count(*) FROM sqlite_schema");
        if (tables > 0 && number(handle, "PRAGMA application_id") != APPLICATION_ID) {
            throw new StoreException("it was written by another program. Choose another state folder");
        }
        int done = number(handle, "PRAGMA user_version");
        if (done > STEPS.size()) {
            throw new StoreException("it was written by a newer version of Sluice (format " + done
                    + "; this version knows " + STEPS.size() + "). Start the newer version, or choose another state"
                    + " folder");
        }
    }

    /** Takes the steps that are not done yet, each as a whole. */
    static void apply(Handle handle) {
        for (int step = number(handle, "PRAGMA user_version"); step < STEPS.size(); step++) {
            var statements = STEPS.get(step);
            int done = step + 1;
            handle.useTransaction(transaction -> {
                statements.forEach(transaction::execute);
                transaction.execute("PRAGMA user_version = " + done);
            });
        }
    }

    private static int number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Integer.class).one();
    }
}
