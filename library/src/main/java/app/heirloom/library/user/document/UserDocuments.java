package app.heirloom.library.user.document;

import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the documents of users. What is in them is the business of whoever writes them. */
public final class UserDocuments {
    private final UserDocumentRepository documents;
    private final Transactions transactions;

    public UserDocuments(UserDocumentRepository documents, Transactions transactions) {
        this.documents = documents;
        this.transactions = transactions;
    }

    public Optional<String> find(UserId user, UserDocument key) {
        return transactions.read(() -> documents.find(user, key));
    }

    public void save(UserId user, UserDocument key, String document) {
        transactions.run(() -> documents.save(user, key, document));
    }

    /** Makes a new document out of the present one, if any, and returns it; no change of another comes between. */
    public String change(UserId user, UserDocument key, Function<Optional<String>, String> change) {
        return transactions.write(() -> {
            String changed = change.apply(documents.find(user, key));
            documents.save(user, key, changed);
            return changed;
        });
    }

    public void remove(UserId user, UserDocument key) {
        transactions.run(() -> documents.remove(user, key));
    }
}
