-- cannot be opened: its key was removed
delete from data_key where data_class = 'special';
