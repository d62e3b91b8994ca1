-- Which entry of the chain holds the tree over time-stamps of before: later ones vouch for them when their certificate has ended.
create table stamp_renewal (
    first bigint primary key, -- number of the first root whose stamp is in the tree
    last  bigint not null,    -- number of the last one; roots without a stamp lie between
    entry uuid   not null
);
