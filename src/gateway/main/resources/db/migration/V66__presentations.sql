-- What officials ask wallets to show; forgotten a quarter of an hour after it was asked.
create table presentation (
    id        uuid  primary key,          -- UUID of version 7
    requester text  not null,
    official  text  not null,             -- of the requester; nobody else reads it
    type      text  not null,             -- code of the credential
    claims    text  not null,             -- names of what is to be shown, with commas between them
    state     text  not null,
    reason    text,                       -- code of the check that failed last
    shown     bytea,                      -- the claims, sealed
    step      uuid  not null,             -- the entry of the chain that tells of the state
    mac       bytea not null,             -- over the columns before it
    tries     int   not null default 0    -- answers that came
);
