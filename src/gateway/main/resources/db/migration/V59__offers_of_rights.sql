-- Whose right is to be looked at, and why: kept with the event that brought it about, each once.
create table right_intent (
    id           uuid        primary key,
    event        uuid        not null,
    right_code   text        not null,            -- blank where somebody died: all that is offered to the person is withdrawn
    person       text        not null,            -- keyed hash of whose right it is
    about        text        not null,            -- keyed hash of the event's person
    content      bytea       not null,            -- sealed: the person and the event's data
    mac          bytea       not null,            -- over the columns before it
    state        text        not null default 'WAITING',
    code         text,                            -- why it was refused or failed, or the registers that it waited for
    dossier      uuid,                            -- that was made for it and not looked at yet
    attempts     int         not null default 0,  -- how often it was taken up
    asked        int         not null default 0,  -- how often something was not known
    next_at      timestamptz not null default statement_timestamp(),
    until        timestamptz not null,
    lease        uuid,
    leased_until timestamptz not null default '-infinity',
    unique (event, right_code, person)
);
create index right_intent_due on right_intent (next_at) where state = 'WAITING';
create index right_intent_person on right_intent (person);
-- What came of a look, by its dossier.
create table right_evaluation (
    dossier    uuid not null primary key,
    person     text not null,
    right_code text not null,
    outcome    text not null,
    mac        bytea not null                     -- over the columns before it
);
create index right_evaluation_person on right_evaluation (person, dossier);
-- Offers, and where each stands.
create table right_offer (
    id         uuid  primary key,
    intent     uuid  not null,
    right_code text  not null,
    person     text  not null,
    about      text  not null,
    awarded_by text  not null,
    until_ms   bigint not null,                   -- until when it stands, or is to be answered once it is accepted; milliseconds since 1970
    content    bytea not null,                    -- sealed: the JWS
    state      text  not null,
    reason     text,
    step       uuid  not null,                    -- the entry of the chain that tells of the state
    mac        bytea not null,                    -- over the columns before it
    told       uuid                               -- the step of which whoever awards was told last, by an event
);
create unique index right_offer_open on right_offer (right_code, person, about) where state in ('OFFERED', 'ACCEPTED', 'OVERDUE', 'AWARDED');
create index right_offer_person on right_offer (person, id);
create index right_offer_awarded_by on right_offer (awarded_by, step);
create index right_offer_due on right_offer (until_ms) where state in ('OFFERED', 'ACCEPTED');
create index right_offer_untold on right_offer (awarded_by, step) where told is distinct from step;
