-- Files that gateways keep for each other, in the blob store (vahid.blobs): first put there, then committed here.

-- Which store is this database's: its id stands in the store too, so that no other is taken for it.
create table blob_store (
    the_only boolean primary key default true check (the_only),
    id       uuid    not null,
    marked   boolean not null default false  -- whether a store has the id
);

-- An object of the store. Its row is written with whatever refers to it; an object without a row belongs to nobody.
create table blob (
    id         uuid        primary key,      -- version 7; that of the transfer whose file it is, or one of its own
    data_class text        not null,         -- with the id's day: the key that it is sealed with
    digest     text        not null,         -- SHA-256 of the object, hex
    bytes      bigint      not null,         -- of the file
    kept_at    timestamptz not null default now()
);
create index blob_digest on blob (digest);

-- Every version of a connector that ever ran, by any gateway. It is named by its digest.
create table connector_version (
    version text not null,                   -- sha-256:<hex>
    agency  text not null,
    file    text not null,                   -- its name
    content text not null,
    primary key (version, agency, file)
);

alter table drop_file
    add blob   uuid,                         -- the file itself; null for one from before
    add beside bytea,                        -- the signature beside it
    add report json;                         -- what is wrong with it, without a value of it; null unless it was refused
