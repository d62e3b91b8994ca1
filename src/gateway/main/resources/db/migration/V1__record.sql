-- What was said when, durable before it is said. Ids are UUIDs of version 7: their order is that of their time, so the
-- partitions, one a day (UTC), are ranges of ids.

-- The audit chain: an entry for all that happened, in the order in which it was made durable.
create table audit (
    sequence bigint not null,
    id       uuid   not null,  -- of a dossier, or of the entry's own
    entry    json   not null,  -- what happened, with digests of all that was kept of it; exact text
    previous bytea  not null,  -- link of the entry before
    link     bytea  not null,  -- SHA-256 of previous, sequence (8 bytes) and the SHA-256 of the entry
    primary key (id)
) partition by range (id);
create index audit_sequence on audit (sequence);

-- The end of the chain; its lock is what puts entries in order.
create table audit_head (
    the_only boolean primary key default true check (the_only),
    sequence bigint not null,
    link     bytea  not null
);
insert into audit_head (sequence, link) values (0, decode(repeat('00', 32), 'hex'));

-- Merkle roots (RFC 9162, section 2.1) over the links of the entries since the root before.
create table audit_root (
    number bigint primary key,
    jws    text not null,      -- compact; its payload names the entries, the root and the digest of the JWS before
    stamp  bytea               -- time-stamp token (RFC 3161) over the JWS: proof for this root and all before
);

-- The bodies: compressed, then encrypted (AES-256-GCM) under the day's key for their data class.
create table dossier (
    id      uuid not null,
    jws     text,              -- detached; null until a JSON form was asked for
    content bytea,             -- JSON, the payload of both JWS forms; null when its time was over
    xml     bytea,             -- signed; null until it was asked for
    primary key (id)
) partition by range (id);
create table evidence (
    dossier_id uuid  not null,
    data_class text  not null,
    bundle     bytea not null,
    primary key (dossier_id, data_class)
) partition by range (dossier_id);
-- What is encrypted cannot be compressed: the database need not try.
alter table dossier alter content set storage external, alter xml set storage external;
alter table evidence alter bundle set storage external;

create table data_key (
    day        date  not null,
    data_class text  not null,
    wrapped    bytea,          -- encrypted with the master key; null while the bodies, their time being over, are deleted
    primary key (day, data_class)
);
