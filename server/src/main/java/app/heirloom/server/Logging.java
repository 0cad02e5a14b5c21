package app.heirloom.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the server logs, and how: one line for each record on the standard error stream. */
public final class Logging {
    /** Libraries that speak only when something is wrong. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("io.javalin"),
            Logger.getLogger("com.zaxxer.hikari"));
    /** Kept, since loggers that nobody holds forget their filter. */
    private static final Logger JAVALIN = Logger.getLogger("io.javalin.Javalin");

    private static final Logger CONNECTION = Logger.getLogger("com.zaxxer.hikari.pool.ProxyConnection");

    private Logging() {}

    /** Replaces whatever logging was configured. */
    public static void configure() {
        Logger root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        var console = new ConsoleHandler();
        console.setFormatter(new OneLine());
        root.addHandler(console);
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        JAVALIN.setFilter(
                record -> !"Failed to start Javalin".equals(record.getMessage())); // whoever starts it says why
        CONNECTION.setFilter(Logging::isToldWithoutTrace);
    }

    /** That a connection broke is told in a line; whoever used it says what failed. */
    private static boolean isToldWithoutTrace(LogRecord record) {
        record.setThrown(null);
        return true;
    }

    private static final class OneLine extends Formatter {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

        @Override
        public String format(LogRecord record) {
            String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
            return TIME.format(LocalDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault()))
                    + " " + record.getLevel().getName()
                    + " " + logger.substring(logger.lastIndexOf('.') + 1)
                    + ": " + formatMessage(record)
                    + stackTraceOf(record)
                    + System.lineSeparator();
        }

        private static String stackTraceOf(LogRecord record) {
            if (record.getThrown() == null) {
                return "";
            }
            var text = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(text));
            return System.lineSeparator() + text.toString().stripTrailing();
        }
    }
}
