-- Rows of file drops with the way to their file's signature, so that one row can be proven without the others.

-- The row as it was read, before any mapping: JSON text. Null for rows that were loaded before.
alter table drop_row add source text;

alter table drop_file
    add statement text,        -- compact JWS of the gateway: the file's digest, the agency's signature over it, how many rows, their Merkle root; null for files loaded before
    add salt      bytea,       -- 32 bytes, secret: whoever has it can try what stands in the rows beside one
    add left_at   timestamptz; -- since when no row of it stands any more

-- The tree's leaves, 1,024 to a chunk: a row's path is computed from its own chunk and the others' roots.
create table drop_tree (
    file   bigint not null references drop_file (id),
    chunk  int    not null,                       -- from 0
    root   bytea  not null,                       -- of the chunk's leaves
    leaves bytea  not null,                       -- 32 bytes each
    primary key (file, chunk)
);
-- Hashes cannot be compressed; roots are read without the leaves.
alter table drop_tree alter leaves set storage external;
