-- Life events: what was published, what the broker has not got yet, what was delivered and what could not be.

create table event (
    id           uuid        primary key,  -- version 7
    publisher    text        not null,     -- id of a requester
    name         text        not null,     -- the publisher's own id of the event
    digest       bytea       not null,     -- SHA-256 of the event as published: a repetition is known by it
    type         text        not null,
    citizen      text        not null,     -- keyed hash, the message group
    published_at timestamptz not null,
    content      bytea                     -- sealed under the day's key for class event
);
create unique index event_name on event (publisher, name);

-- A lane is sent by one gateway at a time, in its order: so one citizen's events stay in order, whoever relays them.
create table event_lane (
    lane smallint primary key
);
insert into event_lane select generate_series(0, 15);

-- Written with the event, deleted once the broker has it.
create table event_outbox (
    sequence     bigint   generated always as identity primary key,
    lane         smallint not null references event_lane (lane),
    event_id     uuid     not null,
    citizen      text     not null,
    delivery     uuid     not null,        -- the broker's duplicate detection knows it by this
    subscription text,                     -- the only one it is for; null for all
    version      text                      -- of the subscription to deliver by; null for the newest
);
create index event_outbox_lane on event_outbox (lane, sequence);

-- The idempotent repository of all subscriptions, in the form of Camel's JdbcMessageIdRepository.
create table event_delivered (
    processorname text        not null,    -- id of the subscription
    messageid     text        not null,    -- id of the event, or of its replay
    createdat     timestamptz not null,
    primary key (processorname, messageid)
);

create table subscription_version (
    subscription text        not null,
    version      text        not null,     -- SHA-256 of the definition, hex
    definition   json        not null,
    first_used   timestamptz not null default now(),
    primary key (subscription, version)
);

create table dead_letter (
    id           uuid        primary key,  -- of the delivery
    subscription text        not null,
    event_id     uuid,                     -- null when the message named none
    version      text,                     -- of the subscription that first ran
    reason       text        not null check (reason in ('EXPIRED', 'POISON', 'EXHAUSTED')),
    detail       text        not null,     -- without any value of the event
    attempts     int         not null,
    laid_aside   timestamptz not null default now(),
    state        text        not null default 'OPEN' check (state in ('OPEN', 'REPLAYED', 'DROPPED')),
    settled_by   text,
    settled_at   timestamptz
);
create index dead_letter_open on dead_letter (laid_aside) where state = 'OPEN';
