-- The key of .* for the class evidence was changed
update data_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where data_class = 'evidence';
