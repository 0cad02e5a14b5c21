package app.heirloom.server;

import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import java.time.InstantSource;

/** What goes on in a server: the queues of work, the news, and the time. */
record Work(JobQueues queues, Events events, InstantSource clock) {}
