-- A migration of its own: misuse_seen, which gateways of the version before write meanwhile, is not locked for it.

-- The start of SHA-256 of a text: nobody finds two officials who count as one.
create function misuse_key(text) returns bigint language sql stable parallel safe as
$$ select ('x' || encode(substring(sha256(convert_to($1, 'UTF8')) from 1 for 8), 'hex'))::bit(64)::bigint $$;

-- Windows of rules that count what differs (citizens of an official, officials of a citizen): when each was seen last, by keys of subject and item.
create table misuse_different (
    behaviour text        not null,
    subject   bigint      not null,
    item      bigint      not null,
    last_at   timestamptz not null,
    primary key (behaviour, subject, item)
);

-- Of the last day: no gateway forgets by its upgrade what somebody did today.
insert into misuse_different (behaviour, subject, item, last_at)
select behaviour, misuse_key(subject), misuse_key(item), max(at) from misuse_seen cross join lateral (values
        ('CITIZENS_OF_OFFICIAL', requester || '/' || official, person),
        ('CITIZENS_OF_REQUESTER', requester, person),
        ('OFFICIALS_OF_REQUESTER', requester, requester || '/' || official),
        ('OFFICIALS_OF_CITIZEN', person, requester || '/' || official)) counted (behaviour, subject, item)
where kind = 'LOOKUP' and at > now() - interval '1 day'
group by behaviour, misuse_key(subject), misuse_key(item);
