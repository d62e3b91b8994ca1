-- The time-stamp of root 1 is not what was received
update audit_root set stamp = set_byte(stamp, length(stamp) - 1, get_byte(stamp, length(stamp) - 1) # 1);
