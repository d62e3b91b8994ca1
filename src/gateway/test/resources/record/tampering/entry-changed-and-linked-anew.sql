-- Between entry 2 and entry 3 the chain is broken
update audit set entry = changed.entry, link = sha256(previous || int8send(sequence) || sha256(convert_to(changed.entry::text, 'UTF8')))
from (select replace(entry::text, 'NOT_GRANTED', 'UNAUTHENTICATED')::json as entry from audit where sequence = 2) changed where sequence = 2;
