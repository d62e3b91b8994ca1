-- Reports of closed months and quarters. A version never changes.

create table report_version (
    period    text        not null,   -- 2026-11 or 2026-Q4
    version   int         not null,
    closed_at timestamptz not null,
    because   text,                   -- why it was closed anew; null for the first
    report    text        not null,   -- compact JWS of contracts/report.schema.json
    open_data text        not null,   -- compact JWS of OpenData of contracts/statistics.openapi.yaml
    counts    json        not null,   -- the true counts, and which of them are hidden: for later versions and quarters, and for nobody to read
    primary key (period, version)
);

-- What an operator wants closed anew. A gateway does it.
create table report_order (
    id       uuid primary key,
    period   text        not null,
    because  text        not null,
    asked_by text        not null,
    asked_at timestamptz not null default statement_timestamp(),
    done_at  timestamptz,             -- null as long as it waits
    version  int                      -- that was made of it
);
create index report_order_waiting on report_order (asked_at) where done_at is null;
