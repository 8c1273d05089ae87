package org.dorothydispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down, with its values, every statement the application sends: what is proved is what runs. */
public final class RecordedStatements implements BeanPostProcessor {

    private static final String DRIVER_SAYS = "ClientPreparedStatement: ";

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    /** The statements sent since the last call; one sent meanwhile is in this answer or in the next. */
    public List<String> take() {
        var taken = new ArrayList<String>();
        for (var next = statements.poll(); next != null; next = statements.poll()) {
            taken.add(next);
        }
        return taken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? wrap(DataSource.class, source) : bean;
    }

    private <T> T wrap(Class<T> type, T delegate) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (delegate instanceof PreparedStatement
                            && method.getName().startsWith("execute")) {
                        var text = delegate.toString();
                        var sql = text.indexOf(DRIVER_SAYS);
                        if (sql >= 0) {
                            statements.add(text.substring(sql + DRIVER_SAYS.length()));
                        }
                    }
                    try {
                        var result = method.invoke(delegate, arguments);
                        return switch (result) {
                            case PreparedStatement statement -> wrap(PreparedStatement.class, statement);
                            case Connection connection
                            when delegate instanceof DataSource -> wrap(Connection.class, connection);
                            case null, default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
