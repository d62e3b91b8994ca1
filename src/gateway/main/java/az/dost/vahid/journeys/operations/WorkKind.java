package az.dost.vahid.journeys.operations;

/**
 * Work that takes its time, as the contract names it. Each has its rows; those that failed come first, then the oldest.
 */
enum WorkKind {
    BULK(
            "select id, requester, terms ->> 'service', case state when 'RECEIVED' then 'RUNNING' else state end, received_at, case when state = 'RECEIVED' then end_at end, coalesce((select sum(answered + refused)"
                    + " from bulk_chunk where job = bulk_job.id), 0), subjects, ends from bulk_job where state in ('RECEIVED', 'RUNNING', 'FAILED')"),
    FOLLOW_UP(
            "select dossier, requester, null, state, to_timestamp(('x' || left(replace(dossier::text, '-', ''), 12))::bit(48)::bigint / 1000.0),"
                    + " case when state = 'WAITING' then next_at end, null::bigint, null::bigint, attempts from follow_up where state in ('WAITING', 'FAILED')"),
    TRANSFER(
            "select transfer, partner, type, 'TAKEN', at, due_at, null::bigint, null::bigint, attempts from file_delivery join file_transfer on file_transfer.id = transfer"
                    + " where delivered_at is null union all select id, sender, type, 'REFUSED', at, null, null, null, 0 from file_transfer"
                    + " where state = 'REFUSED' and at > now() - interval '7 days'");

    private final String rows;

    WorkKind(String rows) {
        this.rows = rows;
    }

    /** Of id, whose, what, state, since, next, done, of, attempts. */
    String sql(int most) {
        return "select *, count(*) over () from (" + rows
                + ") work (id, whose, what, state, since, next, done, of, attempts)"
                + " order by state not in ('FAILED', 'REFUSED'), since, id limit " + most;
    }
}
