-- Codes are compared letter by letter: 'a1' and 'A1' are two customers. The server's default collation would merge them.
alter database character set utf8mb4 collate utf8mb4_0900_bin;
