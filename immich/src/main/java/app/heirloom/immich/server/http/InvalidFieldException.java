package app.heirloom.immich.server.http;

import app.heirloom.immich.json.ErrorJson.IssueJson;
import java.util.ArrayList;
import java.util.List;

/** A field of a request is missing or malformed. */
public final class InvalidFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient IssueJson issue;

    private InvalidFieldException(IssueJson issue) {
        super(issue.path() + ": " + issue.message());
        this.issue = issue;
    }

    /** The value is of another type, or absent although it is needed. */
    public static InvalidFieldException type(String message, Object... path) {
        return new InvalidFieldException(new IssueJson("invalid_type", List.of(path), message));
    }

    /** The value is text of another form. */
    public static InvalidFieldException format(String message, Object... path) {
        return new InvalidFieldException(new IssueJson("invalid_format", List.of(path), message));
    }

    /** The value is well formed but not one of those that are possible. */
    public static InvalidFieldException value(String message, Object... path) {
        return new InvalidFieldException(new IssueJson("invalid_value", List.of(path), message));
    }

    /** The same failure, of a field that stands inside of others. */
    public InvalidFieldException inside(Object... parents) {
        List<Object> path = new ArrayList<>(List.of(parents));
        path.addAll(issue.path());
        return new InvalidFieldException(new IssueJson(issue.code(), path, issue.message()));
    }

    public IssueJson issue() {
        return issue;
    }
}
