-- The holders of a license are read with it; without this every reading went through the holders of all licenses.
create index license_holder_identifier on license_holder (identifier);
