package az.dost.vahid.proof.record.check;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that have a partitioned table's rows. Who reads each by its own name locks one at a time, and finds also
 * what an odd partition has.
 */
final class PartitionNames {
    private static final String TREE = "with recursive tree as (select ?::regclass::oid as id"
            + " union all select inhrelid from pg_inherits join tree on inhparent = tree.id)"
            + " select pg_class.oid::regclass::text from tree join pg_class on pg_class.oid = tree.id where relkind in ('r', 'f') order by 1";

    /** Quoted where that is needed, in the order of their days. */
    static List<String> of(JdbcTemplate jdbc, String table) {
        return jdbc.queryForList(TREE, String.class, table);
    }

    private PartitionNames() {}
}
