-- Entry 2 \(id .*\) is not what was written
update audit set entry = replace(entry::text, 'NOT_GRANTED', 'UNAUTHENTICATED')::json where sequence = 2;
