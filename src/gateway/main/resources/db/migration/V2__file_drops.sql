-- File drops: what was received, which snapshot stands, and the rows that are held.

-- Every file that was dealt with. A file is known again by agency, name and digest; the same signature under
-- another name is a replay.
create table drop_file (
    id          bigint generated always as identity primary key,
    agency      text        not null,
    name        text        not null,
    digest      text        not null,             -- sha-256:<hex> of the file as it was left
    version     bigint      not null,             -- order of application: date, sequence, full before delta
    as_of       timestamptz not null,             -- start of the file's date, Asia/Baku
    state       text        not null check (state in ('LOADED', 'LATE', 'QUARANTINED')),
    seal        text,                             -- sha-256:<hex> of the signature's value
    signer      text,
    row_count   bigint      not null default 0,
    reason      text,                             -- of a quarantined file
    finished_at timestamptz not null default now()
);
create unique index drop_file_done on drop_file (agency, name, digest) where state <> 'QUARANTINED';
create unique index drop_file_seal on drop_file (agency, seal) where state = 'LOADED';

create sequence drop_snapshot;

-- The one snapshot of each agency that lookups see. Changing this row is what makes a load visible, at once and whole.
create table drop_standing (
    agency       text   primary key,
    snapshot     bigint not null,
    base_version bigint not null,                 -- version of the full file below it; 0 where there is none
    newest_file  bigint not null references drop_file (id)
);

-- One partition a snapshot, made, filled and indexed before it is attached; a delta changes the standing one in place.
create table drop_row (
    snapshot   bigint not null,
    fin        text   not null,
    file       bigint not null,
    row_number bigint not null,                   -- in the file, from 1
    version    bigint not null,                   -- of the file: an older one never replaces a newer row
    facts      json                               -- null: deleted, kept so that a late file cannot bring the row back
) partition by list (snapshot);
