-- What the agency has agreed to show: a view, and a role that may read it and nothing else.
create table boat (
    hull_number text primary key,
    owner_fin char(7) not null,
    owner_former_fin char(7),
    maker text not null,
    model text,
    built smallint,
    registered text not null -- dd.MM.yyyy
);
create view boat_owner as
    select owner_fin as fin, owner_former_fin as former_fin, hull_number, maker, model, built, registered from boat;
create role vahid login password 'set by the agency';
grant select on boat_owner to vahid;
