-- What one gateway does for all. A row that is worked on is leased: it is that gateway's for as long as it renews the lease, by the clock of
-- this database alone. What the work comes to is kept under the lease's id, so that a gateway which wakes too late changes nothing.

create table periodic_job (
    name         text        primary key,                       -- id of its route
    ended_at     timestamptz not null default '-infinity',      -- of the last turn that went well
    lease        uuid,                                          -- of the last turn; null once it was given back
    leased_until timestamptz not null default '-infinity'
);

-- Corrections whose agency is to be told of them. Not a column of the record's own table, of which every one is proven.
create table correction_post (
    correction   uuid        primary key,
    lease        uuid,
    leased_until timestamptz not null default '-infinity'
);

alter table bulk_job add lease uuid, add leased_until timestamptz not null default '-infinity';
alter table bulk_chunk add lease uuid;
alter table follow_up add lease uuid, add leased_until timestamptz not null default '-infinity';
alter table misuse_hit add lease uuid, add leased_until timestamptz not null default '-infinity';
alter table event_lane add lease uuid, add leased_until timestamptz not null default '-infinity';
alter table file_delivery add lease uuid, add leased_until timestamptz not null default '-infinity';
