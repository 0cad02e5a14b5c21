/** As whom a question is asked. */
export type RoleName =
  | 'anonymous' | 'owner' | 'other' | 'viewer' | 'editor' | 'admin'
  | 'key without' | 'key with' | 'album link' | 'closed link';
