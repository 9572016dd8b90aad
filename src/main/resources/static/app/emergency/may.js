// Who may register and change incidents; the server decides again.

export const mayCommand = (user) => (user?.roles ?? []).some((role) => role === 'commander' || role === 'admin');
