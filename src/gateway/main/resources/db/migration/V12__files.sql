-- Files between partners: what was taken or refused, and what every partner is still to get.

create table file_transfer (
    id      uuid        primary key,      -- version 7
    sender  text        not null,         -- id of a partner
    type    text        not null,
    name    text,                         -- null where it was not even fit to be kept
    digest  text,                         -- sha-256:<hex>
    size    bigint,                       -- bytes
    signer  text,
    state   text        not null check (state in ('TAKEN', 'REFUSED')),
    reason  text,                         -- of a refused one
    at      timestamptz not null default now()
);
-- The idempotent repository: whoever takes a file a second time finds it here, whatever crashed in between.
create unique index file_transfer_name on file_transfer (sender, type, name) where state = 'TAKEN';

-- What is to be written into a partner's folder: files, their signatures, receipts.
create table file_delivery (
    sequence     bigint      generated always as identity primary key,
    transfer     uuid        not null references file_transfer (id),
    partner      text        not null,
    target       text        not null,            -- path below the partner's folder
    content      bytea,                           -- null: the file itself
    attempts     int         not null default 0,
    due_at       timestamptz not null default now(),
    delivered_at timestamptz
);
create index file_delivery_due on file_delivery (partner, due_at) where delivered_at is null;
create index file_delivery_transfer on file_delivery (transfer);

create table file_acknowledgement (
    transfer uuid        not null references file_transfer (id),
    partner  text        not null,                -- the receiver
    at       timestamptz not null default now(),
    primary key (transfer, partner)
);
