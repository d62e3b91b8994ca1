-- the evidence \(special\) was removed
delete from evidence where data_class = 'special';
