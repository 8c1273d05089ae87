package planted.rules;

import org.springframework.jdbc.core.simple.JdbcClient;

public class RuleThatAsksTheDatabase {

    boolean kept(JdbcClient database) {
        return database.sql("select 1").query(Integer.class).single() == 1;
    }
}
