package app.heirloom.tools.devices;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server whose key is revoked after so many requests. */
final class RevokedKey {
    private final AtomicInteger left;

    private RevokedKey(int allowed) {
        this.left = new AtomicInteger(allowed);
    }

    static PhotoServer after(int requests, PhotoServer server) {
        var key = new RevokedKey(requests);
        return (PhotoServer) Proxy.newProxyInstance(
                PhotoServer.class.getClassLoader(), new Class<?>[] {PhotoServer.class}, (proxy, role, arguments) -> {
                    Object worker = invoke(server, role, arguments);
                    Class<?> type = role.getReturnType();
                    return role.getName().equals("account") || !type.isInterface() ? worker : key.guard(type, worker);
                });
    }

    private Object guard(Class<?> role, Object worker) {
        return Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (proxy, request, arguments) -> {
            if (left.getAndDecrement() <= 0) {
                throw ErrorCode.UNAUTHENTICATED.exception("Invalid API key");
            }
            return invoke(worker, request, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
