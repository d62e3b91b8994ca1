-- What the bodies of one day and class have in common: a dictionary of Zstandard, made from the day's first bodies. It may have pieces of them, so it is
-- encrypted under the same key and deleted with it. Without it the bodies that were compressed with it cannot be read.
create table body_dictionary (
    day        date  not null,
    data_class text  not null,
    content    bytea not null,
    primary key (day, data_class)
);
alter table body_dictionary alter content set storage external;
