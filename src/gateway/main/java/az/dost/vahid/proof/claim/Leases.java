package az.dost.vahid.proof.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The leases on the rows of one table, which has the columns {@code lease} and {@code leased_until} for them. A row is
 * taken by one of all gateways; no other waits for it ({@code skip locked}), nor does who adds rows that refer to it,
 * and no transaction stays open meanwhile. Every time is the database's. The methods throw Spring's
 * DataAccessException.
 */
public final class Leases {
    private static final String FREE = "leased_until = '-infinity'";
    private final JdbcTemplate jdbc;
    private final LeaseKeeper keeper;
    private final String table;
    private final List<String> key;
    /** The row, as long as it is leased by this. */
    private final String its;

    Leases(JdbcTemplate jdbc, LeaseKeeper keeper, String table, List<String> key) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.table = table;
        this.key = key;
        this.its = key.stream().map(column -> column + " = ? and ").collect(Collectors.joining()) + "lease = ?";
    }

    /**
     * Takes a row, if there is one to take. Its lease is not renewed before somebody says when it ends, as
     * {@link Lease#endWith}.
     *
     * @param arguments of the parameters in {@link ClaimQuery#due()}
     */
    public <T> Optional<ClaimedRow<T>> take(ClaimQuery wanted, RowMapper<T> mapper, Object... arguments) {
        UUID id = UUID.randomUUID();
        long asked = System.nanoTime();
        return jdbc
                .query(
                        sql(wanted),
                        (row, number) -> new ClaimedRow<>(
                                new Lease(this, id, place(row), row.getBoolean("interrupted"), asked),
                                mapper.mapRow(row, number)),
                        Stream.concat(
                                        Stream.of(arguments),
                                        Stream.of(id, keeper.length().toMillis()))
                                .toArray())
                .stream()
                .findFirst();
    }

    /**
     * Has this bell rung where there is such a row that nobody has taken, should nobody else have told of it.
     *
     * @param due as {@link ClaimQuery#due()}, without parameters; may be true of more than what is taken
     */
    public Leases ring(String bell, String due) {
        keeper.look("select '" + bell + "' where exists (select 1 from " + table
                + " r where r.leased_until < statement_timestamp() and (" + due + "))");
        return this;
    }

    /** Tells all gateways of work, outside of any transaction. */
    public void tell(String bell) {
        Listener.tell(jdbc, bell);
    }

    private String sql(ClaimQuery wanted) {
        return "with next as materialized (select "
                + IntStream.range(0, key.size())
                        .mapToObj(n -> "r." + key.get(n) + " as key" + n + ", ")
                        .collect(Collectors.joining())
                + "r.lease as before from " + table + " r where r.leased_until < statement_timestamp() and ("
                + wanted.due() + ") order by " + wanted.first()
                + " limit 1 for no key update of r skip locked) update " + table
                + " r set lease = ?, leased_until = statement_timestamp() + ? * interval '1 millisecond'"
                + (wanted.changes().isBlank() ? "" : ", " + wanted.changes()) + " from next where "
                + IntStream.range(0, key.size())
                        .mapToObj(n -> "r." + key.get(n) + " = next.key" + n)
                        .collect(Collectors.joining(" and "))
                + " returning " + wanted.columns() + ", next.*, next.before is not null as interrupted";
    }

    private List<Object> place(ResultSet row) throws SQLException {
        List<Object> place = new ArrayList<>();
        for (int n = 0; n < key.size(); n++) {
            place.add(row.getObject("key" + n));
        }
        return place;
    }

    void hold(Lease lease) {
        keeper.hold(lease);
    }

    /** Gives a row back, with further changes of it. Whether it was still held. */
    boolean end(Lease lease, String changes) {
        keeper.forget(lease);
        return update(lease, "lease = null, " + FREE + changes);
    }

    void fail(Lease lease) {
        keeper.forget(lease);
        update(lease, FREE);
    }

    void leave(Lease lease) {
        keeper.forget(lease);
    }

    void renew(Lease lease) {
        long asked = System.nanoTime();
        lease.renewed(
                jdbc.update(
                                "update " + table
                                        + " set leased_until = statement_timestamp() + ? * interval '1 millisecond' where "
                                        + its,
                                Stream.concat(Stream.of(keeper.length().toMillis()), row(lease))
                                        .toArray())
                        > 0,
                asked);
    }

    private boolean update(Lease lease, String changes) {
        return jdbc.update(
                        "update " + table + " set " + changes + " where " + its,
                        row(lease).toArray())
                > 0;
    }

    private static Stream<Object> row(Lease lease) {
        return Stream.concat(lease.place().stream(), Stream.of(lease.id()));
    }

    long lengthNanos() {
        return keeper.length().toNanos();
    }
}
