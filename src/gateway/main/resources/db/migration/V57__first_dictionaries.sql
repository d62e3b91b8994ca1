-- With what the first bodies of a day are compressed, until the day has a dictionary of its own (body_dictionary): made of the connectors' samples, so it has
-- nothing of anybody. It lies beside the bodies all the same, encrypted under their key and deleted with it: without it they cannot be read, and next year's
-- samples are others. A body's frame has the number of its dictionary.
create table body_dictionary_first (
    day        date  not null,
    data_class text  not null,
    content    bytea not null,
    primary key (day, data_class)
);
alter table body_dictionary_first alter content set storage external;
