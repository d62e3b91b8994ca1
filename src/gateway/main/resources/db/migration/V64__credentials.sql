-- Credentials of citizens, from the question to the end of each.
create table credential (
    id               uuid   primary key,
    type             text   not null,
    person           text   not null,                -- keyed hash of whose it is
    dossier          uuid,                           -- that proves it; null until registers were asked
    expires_ms       bigint,                         -- when it is valid no more; milliseconds since 1970
    code             bytea  unique,                  -- seal of the code that a wallet redeems
    pin              bytea,                          -- seal of the transaction code
    token            bytea  unique,                  -- seal of the wallet's access token
    fetched_until_ms bigint,                         -- until when the wallet may take its next step
    state            text   not null,
    reason           text,
    step             uuid   not null,                -- the entry of the chain that tells of the state
    mac              bytea  not null,                -- over the columns before it
    tries            int    not null default 0,      -- transaction codes that were tried
    ending           text                            -- why it is to end, which is done in a moment
);
create index credential_person on credential (person, id);
create index credential_ending on credential (id) where ending is not null and state in ('OFFERED', 'REDEEMED', 'ISSUED');
create index credential_unfetched on credential (fetched_until_ms) where state in ('OFFERED', 'REDEEMED');
-- Which bit of which status list is whose; a copy has one of its own.
create table credential_index (
    list       int  not null,
    index      int  not null,
    credential uuid not null,
    primary key (list, index)
);
create index credential_index_credential on credential_index (credential);
create sequence credential_serial;
-- What was corrected of late ends credentials.
create index correction_step_accepted on correction_step (at) where state = 'ACCEPTED';
