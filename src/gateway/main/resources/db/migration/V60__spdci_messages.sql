-- Messages of SPDCI that are answered later: what each asks, what came of it, and whether its sender was told.
create table spdci_message (
    id           uuid        primary key,                 -- the correlation_id that its sender was given
    requester    text        not null,
    kind         text        not null,
    name         bytea       not null unique,             -- seal of the requester and its message_id
    txn          bytea       not null,                    -- seal of the requester and its transaction_id
    content      bytea       not null,                    -- sealed: the message, and who sent it
    mac          bytea       not null,                    -- over the columns before it
    answer       bytea,                                   -- sealed: what came of it until now
    state        text        not null default 'WAITING',
    code         text,                                    -- why its last turn did not do
    attempts     int         not null default 0,          -- how often it was to be told in vain
    next_at      timestamptz not null default statement_timestamp(),
    lease        uuid,
    leased_until timestamptz not null default '-infinity'
);
create index spdci_message_due on spdci_message (next_at) where state = 'WAITING';
create index spdci_message_waiting on spdci_message (requester) where state = 'WAITING';
create index spdci_message_txn on spdci_message (txn);
-- Of whose events a sender is told, person by person, within what its requester's subscriptions give.
create table spdci_subscription (
    id        uuid    primary key,                        -- the code that its sender was given
    requester text    not null,
    event     text    not null,                           -- type of the life event
    person    text    not null,                           -- keyed hash of whose
    content   bytea   not null,                           -- sealed: the person's number, and how its sender speaks
    mac       bytea   not null,                           -- over the columns before it
    ended     boolean not null default false,
    until     timestamptz not null                        -- nobody is told after it; then it is deleted
);
create unique index spdci_subscription_open on spdci_subscription (person, event, requester) where not ended;
